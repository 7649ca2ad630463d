package speaker_test

import "testing"

// TestBesideOffice: a name that a comma puts beside an office or a trade is who
// speaks; what stands beside anything else, or goes on, is not taken for a person.
func TestBesideOffice(t *testing.T) {
	check(t, false, [][2]string{
		{"The mayor of Tamar, Otto Bell, said it leaks.", "Otto Bell*"},
		{"His deputy, Lena Marsh, said it leaks.", "Lena Marsh*"},
		{"Tamar's water minister, Sen. Otto Bell, said it leaks.", "Otto Bell*"},
		{"The group's CEO, Otto Bell, said it leaks.", "Otto Bell*"},
		{"One resident, Otto Bell, said it leaks.", "Otto Bell*"},
		{"The mayor, Otto Bell, who leads the town, said it leaks.", "Otto Bell*"},
		{"The mayor, Otto Bell (D), said it leaks.", "Otto Bell*"},
		{"The operator, Bell Shipping, said it leaks.", "The operator, Bell Shipping"},
		{"The mayor, Bell, said it leaks.", "The mayor, Bell"},
		{"Her aunt and the mayor, Otto Bell, said it leaks.", "Her aunt and the mayor, Otto Bell"},
		{"The pier, Otto Bell, said it leaks.", "The pier, Otto Bell"},
	})
}

// TestOwners: whom an outlet or a place has is called by the name alone.
func TestOwners(t *testing.T) {
	check(t, false, [][2]string{
		{"“It leaks,” the Post’s Otto Bell said. Bell said it stinks.", "Otto Bell*; Otto Bell*"},
		{"“It leaks,” Tamar's Lena Marsh said.", "Lena Marsh*"},
		{"“It leaks,” Tamar's Marsh said.", "Marsh"},
		{"“It leaks,” the Editor's Note said.", "Note"},
	})
}

// TestNamesOfAllLands: small words, articles and apostrophes within names, and
// family names that stand first.
func TestNamesOfAllLands(t *testing.T) {
	check(t, false, [][2]string{
		{"Juan de la Cruz said it leaks. De la Cruz left. Cruz said it stinks.", "Juan de la Cruz*; Juan de la Cruz*"},
		{"Mohammed al-Rashid said it leaks. “It stinks,” al-Rashid said. Al-Rashid said it sinks.", "Mohammed al-Rashid*; Mohammed al-Rashid*; Mohammed al-Rashid*"},
		{"Ahmed el-Hadi, 54, said it leaks.", "Ahmed el-Hadi*"},
		{"Omar bin Salman said it leaks. Bin Salman said it stinks.", "Omar bin Salman*; Omar bin Salman*"},
		{"Ben Carter said it leaks. Al Carter said it stinks.", "Ben Carter*; Al Carter*"},
		{"Otto O'Hara said it leaks. O’Hara said it stinks.", "Otto O'Hara*; Otto O'Hara*"},
		{"Xi Jinping said it leaks. Xi said it stinks.", "Xi Jinping*; Xi Jinping*"},
		{"Kim Jong Un and Kim Yo Jong came. Kim said it leaks.", ""},
		{"Lee Bell said it leaks. Bell said it stinks. Lee said it sinks.", "Lee Bell*; Lee Bell*; Lee Bell*"},
		{"Neither Otto Bell nor Lena Marsh said it leaks.", "Neither Otto Bell nor Lena Marsh"},
		{"Otto Bell or Lena Marsh said it leaks.", "Otto Bell or Lena Marsh"},
	})
}

// TestPronounBehindARole: he is nobody who spoke before a driver whose name is not
// known, and no mother of Ghassan is passed over for a she before her.
func TestPronounBehindARole(t *testing.T) {
	check(t, false, [][2]string{
		{"Otto Bell said it leaks. A driver said it stinks. He said it sinks.", "Otto Bell*; A driver; "},
		{"Otto Bell said it leaks. Officials said it stinks. He said it sinks.", "Otto Bell*; Officials; Otto Bell*"},
		{"Otto Bell said it leaks. The port ministry said it stinks. He said it sinks.", "Otto Bell*; The port ministry; Otto Bell*"},
		{"Lena Marsh said it leaks. In the bakery Umm Ghassan laughed. “It stinks,” she said.", "Lena Marsh*; "},
		{"Sami Barakat said it leaks. “It stinks,” she said.", "Sami Barakat*; "},
		{"A lorry driver, Otto Bell, said it leaks. “It stinks,” he said.", "Otto Bell*; Otto Bell*"},
	})
}

package speaker

import "strings"

// A gender is what a name or a title tells of its person.
type gender byte

const (
	unknown gender = iota
	male
	female
	body // an organisation, which no he or she stands for
)

// against reports that one person can not be both.
func (g gender) against(other gender) bool {
	return g != unknown && other != unknown && g != other
}

// genderOf reads the gender off a source as written, by a title in it, and off the
// name that stands behind it, by its first name. The wrong he is worse than none,
// so names that both bear are in neither list.
func genderOf(source, name string) gender {
	words := strings.Fields(strings.ToLower(source))
	for i, w := range words {
		w = strings.Trim(w, ".,“”\"'")
		if g := titleGender(w); g != unknown {
			return g
		}
		if w == "the" && i+1 < len(words) && strings.HasPrefix(strings.ToLower(name), strings.Trim(words[i+1], ".,'’s")) {
			return body // the Times, the White House
		}
	}
	names := strings.Fields(strings.ToLower(name))
	for _, w := range names {
		if organised(w) {
			return body
		}
	}
	if len(names) > 1 {
		return firstNameGender(strings.Trim(names[0], "."))
	}
	return unknown
}

// titleGender knows titles and kin that only one of the two bears: a minister or a
// president tells nothing.
func titleGender(w string) gender {
	switch w {
	case "mr", "sir", "lord", "king", "prince", "spokesman", "congressman", "chairman", "businessman", "father", "husband", "brother", "son", "imam", "sheikh", "pope", "man", "boy":
		return male
	case "ms", "mrs", "miss", "queen", "princess", "lady", "spokeswoman", "congresswoman", "chairwoman", "businesswoman", "actress", "mother", "wife", "sister", "daughter", "widow", "woman", "girl":
		return female
	}
	return unknown
}

// organised tells words of which the names of bodies are made.
func organised(w string) bool {
	switch strings.Trim(w, ".,") {
	case "committee", "department", "ministry", "university", "inc", "corp", "company", "party", "council", "commission", "agency", "bank", "house", "senate", "court",
		"times", "post", "journal", "news", "association", "institute", "union", "group", "campaign", "police", "center", "centre", "foundation", "office", "press",
		"reuters", "cnn", "bbc", "fbi", "nato", "pentagon", "kremlin", "congress", "parliament", "korea", "states", "kingdom", "nations", "city", "county", "street", "carolina", "america", "act", "day", "coalition", "network", "society", "board", "fund":
		return true
	}
	return false
}

// firstNameGender knows first names that are frequent in the news in English, by
// hand; Robin, Kim, Alex and the like are left out.
func firstNameGender(w string) gender {
	switch w {
	case "abdullah", "abu", "anis", "anwar", "bashar", "fahd", "faisal", "hamad", "hamid", "hasan", "idris", "jaber", "jabir", "jalal", "jamal", "jamil", "kamal", "karim", "khaled",
		"mahran", "majid", "marwan", "mazen", "munir", "nabil", "nizar", "qasim", "rami", "rashid", "riad", "saeed", "salim", "sami", "samir", "tareq", "tariq", "walid", "waleed",
		"yahya", "yasser", "zaki", "ziad",
		"aaron", "adam", "ahmed", "alan", "albert", "alexander", "ali", "andrew", "anthony", "antonio", "barack", "ben", "benjamin", "bernie", "bill", "bob", "boris",
		"brad", "brian", "bruce", "carl", "carlos", "charles", "chris", "christopher", "chuck", "craig", "daniel", "dave", "david", "dennis", "dick", "dmitry", "don", "donald",
		"doug", "douglas", "ed", "edward", "elijah", "emmanuel", "eric", "fernando", "francis", "francisco", "françois", "frank", "fred", "gary", "george", "gerald", "giorgio",
		"glenn", "greg", "gregory", "hans", "harold", "harry", "hassan", "henry", "howard", "hussein", "ibrahim", "igor", "ivan", "jack", "jacob", "jake", "james", "jason",
		"jeff", "jeffrey", "jens", "jeremy", "jerry", "jim", "joe", "john", "jonathan", "jorge", "jose", "josé", "joseph", "josh", "joshua", "juan", "justin", "karl", "keith",
		"ken", "kenneth", "kevin", "khalid", "larry", "lars", "lawrence", "luis", "luke", "mahmoud", "marco", "mario", "mark", "martin", "matt", "matthew", "michael", "miguel",
		"mike", "mikhail", "mitch", "mitt", "mohamed", "mohammad", "mohammed", "muhammad", "mustafa", "nasser", "nathan", "neil", "newt", "nicholas", "nick", "nicolas", "nigel",
		"oleg", "omar", "otto", "patrick", "paul", "pedro", "peter", "phil", "philip", "rand", "ray", "recep", "reince", "rex", "ricardo", "richard", "rick", "rob", "robert",
		"roger", "ron", "ronald", "rudolf", "rudy", "russell", "ryan", "saad", "salman", "sam", "samuel", "scott", "sean", "sergei", "sergey", "simon", "stephen", "steve",
		"steven", "stuart", "ted", "terry", "theodore", "thomas", "tim", "timothy", "todd", "tom", "tony", "victor", "vladimir", "walter", "wayne", "william", "xavier", "youssef", "yusuf":
		return male
	case "afaf", "amal", "amina", "asma", "dalal", "dina", "farah", "hala", "hanan", "hind", "huda", "jamila", "khadija", "lamia", "layla", "lina", "maha", "mariam", "maryam", "muna",
		"nada", "nadine", "noura", "rana", "rania", "reem", "salma", "samira", "suha", "umm", "wafa", "yara", "zahra", "zeina",
		"aisha", "alice", "alison", "amanda", "amy", "ana", "andrea", "angela", "ann", "anna", "anne", "annie", "ava", "barbara", "beth", "betty", "beverly", "brenda", "carla",
		"carly", "carol", "caroline", "catherine", "cecile", "charlotte", "chelsea", "cheryl", "christina", "christine", "claire", "claudia", "cristina", "cynthia", "deborah",
		"debbie", "diana", "diane", "donna", "dorothy", "elena", "elizabeth", "ella", "ellen", "emily", "emma", "erin", "eva", "fatima", "gina", "gloria", "grace", "hannah",
		"heather", "heidi", "helen", "hillary", "ivanka", "jane", "janet", "jeanne", "jennifer", "jessica", "jill", "joan", "joanne", "judy", "julia", "julie", "karen", "kate",
		"katherine", "kathleen", "kathryn", "kathy", "katie", "kellyanne", "kirsten", "laila", "laura", "lauren", "leila", "lena", "linda", "lisa", "lois", "loretta", "louise",
		"lucy", "madeleine", "margaret", "maria", "maría", "marie", "marina", "martha", "mary", "megan", "megyn", "melania", "melanie", "melissa", "michelle", "mona", "monica",
		"nadia", "nancy", "natalie", "nicola", "nicole", "nikki", "nina", "olga", "olivia", "pamela", "patricia", "paula", "rachel", "rebecca", "renee", "rita", "rosa", "roxana",
		"ruth", "samantha", "sandra", "sara", "sarah", "sharon", "sheila", "shirley", "silvia", "sonia", "sonya", "sophia", "sophie", "stephanie", "sue", "susan", "suzanne",
		"svetlana", "sylvia", "tammy", "tanya", "teresa", "theresa", "tina", "tulsi", "ursula", "valerie", "vanessa", "veronica", "victoria", "virginia", "wendy", "yasmin", "zainab":
		return female
	}
	return unknown
}

// pronounGender is unknown for what stands for no single person.
func pronounGender(w string) gender {
	switch w {
	case "he", "his":
		return male
	case "she", "her":
		return female
	}
	return unknown
}

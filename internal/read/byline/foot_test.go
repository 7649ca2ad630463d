package byline

import (
	"slices"
	"testing"
)

func TestFoot(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"(Reporting by Ann Lee; Editing by Bob Ray)", []string{"Ann Lee"}},
		{"(Reporting By Ann Lee, editing by Bob Ray).", []string{"Ann Lee"}},
		{"The market closed early. (Reporting by Ann Lee Editing by Bob Ray)", []string{"Ann Lee"}},
		{"(Reporting by Ann Lee in Cairo and Beirut, Carol Dee and Dan van Fox; Additional reporting by Eve Hill; Writing by Fay Kent; Editing by Bob Ray)", []string{"Ann Lee", "Carol Dee", "Dan van Fox"}},
		{"(Reporting and writing by Ann Lee; Editing by Bob Ray)", []string{"Ann Lee"}},
		{"(Additional reporting by Eve Hill; Writing by Fay Kent; Editing by Bob Ray)", []string{"Fay Kent"}},
		{"(Reporting by Cairo bureau; Writing by Fay Kent)", []string{"Fay Kent"}},
		{"(Editing by Bob Ray)", nil},
		{"(Reported by Reuters)", nil},
		{"(Photo by Ann Lee)", nil},
		{"The ship (reporting by radio) came in", nil},
		{"(The harbour board, reporting by Ann Lee)", nil},
		{"Reporting by Ann Lee; Editing by Bob Ray", nil}, // a line of its own is read by InLine
		{"()", nil},
		{")", nil},
		{"(تغطية صحفية سلمى حداد من بيروت - إعداد محمد علي للنشرة العربية - تحرير سامي نور)", []string{"سلمى حداد"}},
		{"(تغطية صحفيّة: سلمى حداد وأحمد حسن؛ تحرير: سامي نور)", []string{"سلمى حداد", "أحمد حسن"}},
		{"وأغلقت السوق. (شارك في التغطية هند عمر - إعداد محمد علي للنشرة العربية - تحرير سامي نور)", []string{"محمد علي"}},
		{"(تحرير سامي نور)", nil},
		{"(إعداد الطعام للنازحين)", nil},
	}
	for _, tt := range tests {
		if got := Foot(tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.text, got, tt.want)
		}
	}
}

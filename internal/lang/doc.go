// Package lang knows languages and scripts: it cuts text into words, folds
// spellings that readers take for one, finds stems, and tells the language and
// the direction of a text. It is pure, and it is where the CPU of search goes,
// so it works on bytes and allocates by text, not by word.
//
// A word has three levels, each coarser than the one before:
//
//	form  the folded word          والمدارس  elections
//	stem  without affixes          مدارس     elect
//	root  consonants of the stem   درس       elect
//
// Forms are for phrases and exact matches, stems let inflections find each
// other, and roots let an Arabic broken plural find its singular.
package lang

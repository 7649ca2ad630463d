// Package person decides which known person a named speaker is: across items,
// spellings and scripts. It is pure: who is known is given to it.
//
// Precision goes before recall. Two persons that are really one cost a reader a
// click, and the desk joins them; one person that is really two puts words into
// somebody's mouth.
package person

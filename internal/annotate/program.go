package annotate

// Program is the version of the rules, kept with every statement. It grows with
// each change after which any text may be marked otherwise: the newsroom then
// marks all kept versions again from their stored text.
const Program = 19

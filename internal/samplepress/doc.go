// Package samplepress is a small press of sources that do not exist. It serves
// their feeds, front pages and item pages on loopback, for the demo and for
// tests that want to see the whole way of an item.
//
// All of its copy was written for it, about events, people and places that are
// invented: two states on one river, Qulzar and Tibran, and the Murjana Islands
// between them. Each dispatch is a text file in dispatches/SOURCE/; [Parse]
// tells its form. SLUG.2.txt is the second version of SLUG.txt.
//
// What is served depends on the clock. Every dispatch falls due at its offset
// from [Config].Start; most lie before it, so that a front page has something to
// show, and the rest follow within ten minutes, so that a wire is seen to run.
//
// Feeds know no urgency and no genre. The press says them as many agencies do:
// a flash has a headline that begins with "FLASH:" or "عاجل:" and the category
// "flash", an item of urgency 2 the category "urgent"; a genre is the category
// "Analysis", "Opinion" or "Press release", in Arabic "تحليل", "رأي" or
// "بيان صحفي". A killed item is filed again under its guid with a headline that
// begins with "KILL:" or "إلغاء:".
package samplepress

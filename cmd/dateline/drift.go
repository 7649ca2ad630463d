package main

import (
	"context"
	"fmt"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"dateline"
)

// driftWords say what reading a source has lost, with a mark that can be looked
// for; "" when it reads as usual.
func driftWords(s *dateline.Source) string {
	words := ""
	for _, h := range s.Drift() {
		if words == "" {
			words = fmt.Sprintf("! reads worse since %s:", h.Since.UTC().Format("2006-01-02 15:04 MST"))
		} else {
			words += ","
		}
		words += fmt.Sprintf(" %s of %d items %s (usually %.0f %%)", many(h.Had), h.Seen, traitWords(h.Trait), 100*h.Share)
	}
	return words
}

// many is "none" for 0: "0 of 12 items with a byline" reads like a bound.
func many(n int) string {
	if n == 0 {
		return "none"
	}
	return fmt.Sprint(n)
}

// traitWords is what the items had; one that is new here is named as it is.
func traitWords(t dateline.Trait) string {
	switch t {
	case dateline.TraitByline:
		return "with a byline"
	case dateline.TraitDate:
		return "with a date"
	case dateline.TraitText:
		return "with the whole text"
	case dateline.TraitLength:
		return "of the usual length"
	}
	return string(t)
}

// driftGauges tell which sources read worse than they used to. Only those have a
// line, so that a thousand sources that read well cost a scrape nothing.
type driftGauges struct {
	app         *App
	count, lost *prometheus.Desc
}

// driftGauges names its lines once; what they say is asked for with each scrape.
func (a *App) driftGauges() driftGauges {
	return driftGauges{
		app:   a,
		count: prometheus.NewDesc("dateline_sources_drifting", "Sources whose reading changed for the worse.", nil, nil),
		lost: prometheus.NewDesc("dateline_source_drift", "1 for each trait that the items of a source have lost.",
			[]string{"source", "trait"}, nil),
	}
}

// Describe implements prometheus.Collector.
func (g driftGauges) Describe(out chan<- *prometheus.Desc) { out <- g.count; out <- g.lost }

// Collect implements prometheus.Collector.
func (g driftGauges) Collect(out chan<- prometheus.Metric) {
	// A scrape has its own bound; a slow store must not let scrapes pile up.
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	drifting, err := g.app.Desk.Drifting(ctx)
	if err != nil {
		// Said as a failure: no line at all would look like no drift.
		out <- prometheus.NewInvalidMetric(g.count, err)
		return
	}
	out <- prometheus.MustNewConstMetric(g.count, prometheus.GaugeValue, float64(len(drifting)))
	for i := range drifting {
		for _, h := range drifting[i].Drift() {
			out <- prometheus.MustNewConstMetric(g.lost, prometheus.GaugeValue, 1, string(drifting[i].ID), string(h.Trait))
		}
	}
}

package main

import (
	"context"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"dateline"
	"dateline/internal/intake"
)

// metrics serves what Prometheus reads.
func (a *App) metrics() http.Handler {
	// Not the default registry, which is global: tests start several servers.
	r := prometheus.NewRegistry()
	r.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	for name, c := range a.counters() {
		r.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: name, Help: c.help}, c.value))
	}
	for _, stage := range a.stages {
		r.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "dateline_stage_lag_entries", Help: "Log entries that a stage has yet to follow.",
			ConstLabels: prometheus.Labels{"stage": stage.Name()},
		}, func() float64 { return a.lag(stage.Name()) }))
	}
	r.MustRegister(errorCounts{a.Intake.Stats(), prometheus.NewDesc("dateline_copy_errors_total",
		"Feeds and pages that could not be had, by kind.", []string{"kind"}, nil)})
	r.MustRegister(a.driftGauges())
	return promhttp.HandlerFor(r, promhttp.HandlerOpts{})
}

// errorCounts tells the intake's failures by kind, whatever kinds there are.
type errorCounts struct {
	stats *intake.Stats
	desc  *prometheus.Desc
}

// Describe implements prometheus.Collector.
func (c errorCounts) Describe(out chan<- *prometheus.Desc) { out <- c.desc }

// Collect implements prometheus.Collector.
// Kinds come up as they happen, so that no line has to be made for one beforehand.
func (c errorCounts) Collect(out chan<- prometheus.Metric) {
	for kind, n := range c.stats.Errors() {
		out <- prometheus.MustNewConstMetric(c.desc, prometheus.CounterValue, float64(n), kind)
	}
}

// A counter is asked for its value with each scrape; nothing is counted twice.
type counter struct {
	help  string
	value func() float64
}

// lag is how many entries a stage is behind, -1 when the store does not say.
func (a *App) lag(stage string) float64 {
	// A scrape has its own bound; a slow store must not let scrapes pile up.
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	lag := -1.0
	err := a.Store.View(ctx, func(tx dateline.Tx) error {
		last, err := tx.Last(ctx)
		if err != nil {
			return err
		}
		cursor, err := tx.Cursor(ctx, stage)
		if err == nil {
			lag = float64(last - cursor)
		}
		return err
	})
	if err != nil {
		a.log.Warn("metrics", "err", err)
	}
	return lag
}

package main

import (
	"context"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"dateline"
)

// metrics serves what Prometheus reads.
func (a *App) metrics() http.Handler {
	r := prometheus.NewRegistry()
	r.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	for name, c := range a.counters() {
		r.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: name, Help: c.help}, c.value))
	}
	for _, stage := range stages() {
		r.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "dateline_stage_lag_entries", Help: "Log entries that a stage has yet to follow.",
			ConstLabels: prometheus.Labels{"stage": stage.Name()},
		}, func() float64 { return a.lag(stage.Name()) }))
	}
	return promhttp.HandlerFor(r, promhttp.HandlerOpts{})
}

type counter struct {
	help  string
	value func() float64
}

// lag is how many entries a stage is behind, -1 when the store does not say.
func (a *App) lag(stage string) float64 {
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

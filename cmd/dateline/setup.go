package main

import (
	"io"
	"log/slog"

	"dateline/internal/config"
)

type setupCmd struct{}

// Run prints the configuration that is in force.
func (setupCmd) Run(env *Env) error {
	cfg, err := env.config()
	if err != nil {
		return err
	}
	sample, err := config.Sample(cfg)
	if err != nil {
		return err
	}
	_, err = io.WriteString(env.Stdout, sample)
	return err
}

// config is the configuration for this command line.
// Flags stand over the environment, which stands over the file.
func (e *Env) config() (config.Config, error) {
	path := e.cli.Config
	if path != "" {
		path = e.path(path)
	}
	cfg, err := config.Load(path, e.Getenv)
	if err != nil {
		return cfg, err
	}
	for _, flag := range []struct {
		value string
		key   *string
	}{{e.cli.Data, &cfg.Data}, {e.cli.Listen, &cfg.Listen}, {e.cli.Store, &cfg.Store}} {
		if flag.value != "" {
			*flag.key = flag.value
		}
	}
	// Absolute, for the socket's path is made of it: a folder has one socket, from wherever
	// it is named.
	cfg.Data = e.path(cfg.Data)
	return cfg, cfg.Check()
}

// logger logs as the configuration says, to standard error.
func (e *Env) logger(cfg config.Log) *slog.Logger {
	var level slog.Level
	if err := level.UnmarshalText([]byte(cfg.Level)); err != nil {
		level = slog.LevelInfo
	}
	options := &slog.HandlerOptions{Level: level}
	if cfg.Format == "json" {
		return slog.New(slog.NewJSONHandler(e.Stderr, options))
	}
	return slog.New(slog.NewTextHandler(e.Stderr, options))
}

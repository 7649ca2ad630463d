// Command release builds the archives of a release for all systems, with their
// checksums:
//
//	go run ./cmd/release -version v1.2.3 -out dist
//	go run ./cmd/release -notice              prints THIRD-PARTY.md
//
// It needs Go and nothing else, so a release can be made on any system.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:], os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// run looks for licences before it builds anything: what may not be shipped is not built.
func run(ctx context.Context, args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("release", flag.ContinueOnError)
	version := flags.String("version", "devel", "version to build in")
	out := flags.String("out", "dist", "folder for the archives")
	notice := flags.Bool("notice", false, "print the list of third-party licences and stop")
	if err := flags.Parse(args); err != nil {
		return err
	}
	parts, err := thirdParties(ctx)
	if err != nil {
		return err
	}
	if *notice {
		_, err := io.WriteString(stdout, noticeOf(parts))
		return err
	}
	r := release{version: *version, out: *out, parts: parts, log: stdout}
	return r.make(ctx)
}

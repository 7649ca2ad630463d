//go:build !linux

package main

func dropStartup() {}

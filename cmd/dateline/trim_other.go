//go:build !linux

package main

func dropFiles() {}

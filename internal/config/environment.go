package config

import (
	"encoding"
	"fmt"
	"reflect"
	"strconv"

	"dateline"
)

// fromEnvironment sets the keys whose variable is set.
func fromEnvironment(cfg *Config, getenv func(string) string) error {
	return walk(reflect.ValueOf(cfg).Elem(), func(f reflect.Value, env string) error {
		value := getenv(env)
		// An empty one is none: that is how container files leave a variable out.
		if value == "" {
			return nil
		}
		if err := set(f, value); err != nil {
			return fmt.Errorf("environment variable %s: %w", env, err)
		}
		return nil
	})
}

// walk calls f for every field with an env tag.
// Maps and lists have no variable: names by language and editions stand in the file only.
func walk(v reflect.Value, f func(reflect.Value, string) error) error {
	for i := range v.NumField() {
		field, tag := v.Field(i), v.Type().Field(i).Tag.Get("env")
		var err error
		switch {
		case tag != "":
			err = f(field, tag)
		case field.Kind() == reflect.Struct:
			err = walk(field, f)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// set reads a value by the kind of its field. All numbers are whole ones.
func set(f reflect.Value, value string) error {
	// Before its kind: a Duration is a number as well.
	if u, ok := f.Addr().Interface().(encoding.TextUnmarshaler); ok {
		return u.UnmarshalText([]byte(value))
	}
	var err error
	switch f.Kind() {
	case reflect.String:
		f.SetString(value)
	case reflect.Bool:
		var b bool
		b, err = strconv.ParseBool(value)
		f.SetBool(b)
	default:
		var n int64
		n, err = strconv.ParseInt(value, 10, 64)
		f.SetInt(n)
	}
	if err != nil {
		return fmt.Errorf("%q cannot be read: %w", value, dateline.ErrInvalid)
	}
	return nil
}

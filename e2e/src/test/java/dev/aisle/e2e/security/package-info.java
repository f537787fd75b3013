/** What holds of the packaged services whatever they do: who may call what, and what their logs never say. */
@NullMarked
package dev.aisle.e2e.security;

import org.jspecify.annotations.NullMarked;

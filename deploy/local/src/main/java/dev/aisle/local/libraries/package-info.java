/** {@code ./aisle dependencies}: the libraries of the packaged services and how old they are. */
@NullMarked
package dev.aisle.local.libraries;

import org.jspecify.annotations.NullMarked;

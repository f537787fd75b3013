/**
 * The programme behind {@code ./aisle}: one command, one class that answers it.
 * What a command does stands in the packages below; this one only reads the command line.
 */
@NullMarked
package dev.aisle.local;

import org.jspecify.annotations.NullMarked;

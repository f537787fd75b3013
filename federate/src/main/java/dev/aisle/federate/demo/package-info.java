/** What joint training gives: alone beside joint beside pooled, with and without noise, and an attack on what is released. */
@NullMarked
package dev.aisle.federate.demo;

import org.jspecify.annotations.NullMarked;

/** Images, chart and services under a container engine: {@code ./aisle trials --containers}. It does what a kubelet and a Service would, and says so. */
@NullMarked
package dev.aisle.containers;

import org.jspecify.annotations.NullMarked;

/** The Helm chart as this build knows it: rendered by Helm's own library inside the JVM, without a cluster. */
@NullMarked
package dev.aisle.helm;

import org.jspecify.annotations.NullMarked;

/** The guard of numbers that rest on people, with its memory in the service's database. Every read path of such numbers asks here. */
@NullMarked
package dev.aisle.platform.guard;

import org.jspecify.annotations.NullMarked;

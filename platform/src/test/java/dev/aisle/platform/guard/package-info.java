@org.jspecify.annotations.NullMarked
package dev.aisle.platform.guard;

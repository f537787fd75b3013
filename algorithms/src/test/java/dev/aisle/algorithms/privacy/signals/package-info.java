/** Published strings of TCF, GPP and Global Privacy Control, and arbitrary ones from a fuzzer: each is read or unusable, none throws. */
@org.jspecify.annotations.NullMarked
package dev.aisle.algorithms.privacy.signals;

/**
 * The attacks of {@code ./aisle trials --attacks}: each tries to break one promise about people's data, against a running stack and over the paths that an attacker has.
 * {@link dev.aisle.local.attacks.AttackCatalogue} lists them all.
 */
@org.jspecify.annotations.NullMarked
package dev.aisle.local.attacks;

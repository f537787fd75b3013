/** Tests of the checker: it must find what is wrong, and nothing else. */
package dev.aisle.local.race;

/** Tests of what a person allows. They need no broker. */
package dev.aisle.platform.consent;

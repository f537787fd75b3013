/** Tests of what pages are made of. */
package dev.aisle.platform.console;

/**
 * The mail of the local stack: a server that takes all of it and sends none on, and a page to read it.
 */
@NullMarked
package dev.aisle.mail;

import org.jspecify.annotations.NullMarked;

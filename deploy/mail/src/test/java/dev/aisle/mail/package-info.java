/**
 * Tests of the mail of the local stack. Whatever a mail holds, the page stays whole.
 */
@NullMarked
package dev.aisle.mail;

import org.jspecify.annotations.NullMarked;

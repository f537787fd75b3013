/**
 * Personal texts under a key of their own per subject, and those keys under a master key: who destroys a subject's key makes every copy of
 * the texts unreadable. Only the JDK's cryptography (SunJCE) in the forms of the standards, no stores and no configuration.
 */
@NullMarked
package dev.aisle.algorithms.privacy.envelope;

import org.jspecify.annotations.NullMarked;

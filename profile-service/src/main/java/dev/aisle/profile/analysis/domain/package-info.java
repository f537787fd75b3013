/** Questions about the behaviour of many people, what is counted for them, and what of it may be told. */
@NullMarked
package dev.aisle.profile.analysis.domain;

import org.jspecify.annotations.NullMarked;

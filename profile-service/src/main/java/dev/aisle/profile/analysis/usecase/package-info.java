/** Answers questions about the behaviour of people who allow analytics: reads them page by page, keeps the answers for a while. */
@NullMarked
package dev.aisle.profile.analysis.usecase;

import org.jspecify.annotations.NullMarked;

/** Keeps lists that were answered beside the answers, explains them later, and gives them to whoever learns from them. Only of people who allow it, and not for long. */
@NullMarked
package dev.aisle.recommender.served.usecase;

import org.jspecify.annotations.NullMarked;

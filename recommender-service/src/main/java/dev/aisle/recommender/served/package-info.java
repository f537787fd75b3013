/** Lists as they were answered, beside the answers, and given to whoever learns from them. Only of people who allow it, and not for long. */
@NullMarked
package dev.aisle.recommender.served;

import org.jspecify.annotations.NullMarked;

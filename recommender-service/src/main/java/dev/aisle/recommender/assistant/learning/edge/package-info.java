/** Feedback of shoppers, and reports for those who write the articles. */
@NullMarked
package dev.aisle.recommender.assistant.learning.edge;

import org.jspecify.annotations.NullMarked;

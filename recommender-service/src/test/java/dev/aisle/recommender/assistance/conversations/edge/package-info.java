@NullMarked
package dev.aisle.recommender.assistance.conversations.edge;

import org.jspecify.annotations.NullMarked;

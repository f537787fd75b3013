@NullMarked
package dev.aisle.recommender.assistant.tools.edge;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.aisle.recommender.assistant.element.edge;

import org.jspecify.annotations.NullMarked;

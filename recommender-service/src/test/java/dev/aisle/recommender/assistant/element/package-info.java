@NullMarked
package dev.aisle.recommender.assistant.element;

import org.jspecify.annotations.NullMarked;

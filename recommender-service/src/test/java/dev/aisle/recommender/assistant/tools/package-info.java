@NullMarked
package dev.aisle.recommender.assistant.tools;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.aisle.recommender.assistant.tools.domain;

import org.jspecify.annotations.NullMarked;

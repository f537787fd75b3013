@NullMarked
package dev.aisle.recommender.assistant.handover;

import org.jspecify.annotations.NullMarked;

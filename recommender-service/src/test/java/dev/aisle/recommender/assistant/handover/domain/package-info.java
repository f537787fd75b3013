@NullMarked
package dev.aisle.recommender.assistant.handover.domain;

import org.jspecify.annotations.NullMarked;

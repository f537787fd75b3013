@NullMarked
package dev.aisle.recommender.assistance.conversations.domain;

import org.jspecify.annotations.NullMarked;

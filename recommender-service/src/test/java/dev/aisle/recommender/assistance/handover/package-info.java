@NullMarked
package dev.aisle.recommender.assistance.handover;

import org.jspecify.annotations.NullMarked;

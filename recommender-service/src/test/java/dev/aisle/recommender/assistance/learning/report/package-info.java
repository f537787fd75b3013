@NullMarked
package dev.aisle.recommender.assistance.learning.report;

import org.jspecify.annotations.NullMarked;

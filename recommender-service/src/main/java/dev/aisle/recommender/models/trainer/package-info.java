/**
 * What goes between the service and the process that trains beside it: rows, lists and figures, without a name of anybody. The process has no credentials and reaches nothing but the service that started it.
 */
@NullMarked
package dev.aisle.recommender.models.trainer;

import org.jspecify.annotations.NullMarked;

/**
 * Both ends of a training beside the service: what the service sends and answers, and what the process makes of it. The process has no credentials and reaches nothing but the service that started it.
 */
@NullMarked
package dev.aisle.recommender.models.trainer.usecase;

import org.jspecify.annotations.NullMarked;

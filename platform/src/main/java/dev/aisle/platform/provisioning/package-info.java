/**
 * Programmes of their own in each service's image, run as jobs before the services: they make the topics and bring a database to this version. They start
 * no service and take their settings from the environment.
 */
@NullMarked
package dev.aisle.platform.provisioning;

import org.jspecify.annotations.NullMarked;

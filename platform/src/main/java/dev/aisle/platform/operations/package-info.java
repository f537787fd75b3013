/** What an operator may know of a service: whether it is ready, its jobs, its clocks and the settings in force. The page that shows it for all of them is the console's. */
@NullMarked
package dev.aisle.platform.operations;

import org.jspecify.annotations.NullMarked;

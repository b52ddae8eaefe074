/**
 * Actions: declared once, used by menus, buttons, keys, the shortcut sheet and tests.
 */
@NullMarked
package dev.tracewright.ui.action;

import org.jspecify.annotations.NullMarked;

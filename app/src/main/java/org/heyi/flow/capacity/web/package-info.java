/// The pages of capacity: clinics, templates, appointments and the desk.
@NullMarked
package org.heyi.flow.capacity.web;

import org.jspecify.annotations.NullMarked;

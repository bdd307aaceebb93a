"use strict";
document.querySelectorAll("figure.slider").forEach(function (figure) {
  var frames = Array.from(figure.querySelectorAll(".frames img"));
  var controls = figure.querySelector(".controls");
  var range = figure.querySelector("input");
  var button = figure.querySelector("button");
  var moment = figure.querySelector(".moment");
  var last = frames.length - 1;
  var timer = null;

  function show(number) {
    frames.forEach(function (frame, place) {
      frame.hidden = place !== number;
    });
    range.value = number;
    moment.textContent = frames[number].dataset.moment;
    range.setAttribute("aria-valuetext", moment.textContent);
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    button.textContent = "Play";
  }

  function step() {
    var next = Number(range.value) + 1;
    show(Math.min(next, last));
    if (next === last) {
      stop();
    }
  }

  range.addEventListener("input", function () {
    stop();
    show(Number(range.value));
  });
  button.addEventListener("click", function () {
    if (timer !== null) {
      stop();
      return;
    }
    if (Number(range.value) === last) {
      show(0);
    }
    button.textContent = "Pause";
    timer = setInterval(step, 300);
  });
  range.max = last;
  show(last);
  controls.hidden = last === 0;
});

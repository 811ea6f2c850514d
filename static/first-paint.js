// Runs before the first paint, in every page: puts the settings of this device on <html>, so that nothing flashes, and
// remembers what comes before the page is alive: a press on a button, the offer to install.
(function () {
	var html = document.documentElement;
	var root = new URL(html.dataset.root + '/', location.href).pathname;
	html.dataset.prefix = 'durus:' + html.dataset.course + ':' + root;
	try {
		var kept = JSON.parse(localStorage.getItem(html.dataset.prefix + ':settings') || '{}');
		if (kept.theme === 'light' || kept.theme === 'dark') html.dataset.theme = kept.theme;
		if (kept.textSize === 'large' || kept.textSize === 'largest')
			html.dataset.textSize = kept.textSize;
		if (kept.digits === 'arab') html.dataset.digits = 'arab';
	} catch {
		// Storage is blocked: the page shows its defaults.
	}
	// Browsers offer once, and may before anything listens, that the site can be installed.
	addEventListener('beforeinstallprompt', function (event) {
		window.durusInstall = event;
	});
	document.addEventListener(
		'click',
		function (event) {
			var button = event.target instanceof Element && event.target.closest('button[data-early]');
			if (button && !html.dataset.alive) html.dataset.pressed = button.dataset.early;
		},
		true
	);
})();

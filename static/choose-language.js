// On the page without a language: goes to the remembered one, else the browser's first that the course has, else English.
(function () {
	var html = document.documentElement;
	var kept = {};
	try {
		kept = JSON.parse(localStorage.getItem(html.dataset.prefix + ':settings') || '{}');
	} catch {
		// Storage is blocked: the browser's languages decide.
	}
	var wanted = [kept.language].concat(navigator.languages || []);
	var known = wanted
		.map(function (tag) {
			return String(tag || '').slice(0, 2);
		})
		.filter(function (language) {
			return language === 'en' || language === 'ar';
		});
	location.replace((known[0] || 'en') + '/' + location.hash);
})();
